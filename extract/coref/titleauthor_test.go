package coref

import "testing"

// TestAuthorOf shows which titles tell who writes or speaks.
func TestAuthorOf(t *testing.T) {
	for title, want := range map[string]string{
		"Statement by Élodie Marchand on the Ceasefire":                "Élodie Marchand",
		"Statement by Press Secretary Rosa Delgado on the Lima Accord": "Rosa Delgado",
		"Statement from Minister Peter Kimani Welcoming the Accord":    "Peter Kimani",
		"Remarks by President Rosa Delgado and Minister Peter Kimani":  "",
		"Remarks of Peter J. Kimani, Minister of Fisheries":            "Peter J. Kimani",
		"Statement on the Accord by Rosa Delgado":                      "",
		"Statement by the Press Secretary":                             "",
		"Joint Statement of the Leaders of Peru":                       "",
		"Rosa Delgado speaks":                                          "",
		"":                                                             "",
	} {
		if got, _ := authorOf(title); got != want {
			t.Errorf("the author of %q is %q, want %q", title, got, want)
		}
	}
}
