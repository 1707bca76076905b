package reading

import "testing"

func TestAuthorIn(t *testing.T) {
	for title, want := range map[string]string{
		"Statement by President Rosa Delgado on the Floods":            "Rosa Delgado",
		"Statement by President Rosa Delgado Marking the Spring Feast": "Rosa Delgado",
		"Remarks by Maria A. Lopez":                                    "Maria A. Lopez",
		"Statement from Press Secretary Maria\\_Lopez on the\\_Vote":   "Maria Lopez",
		"Statement by President Maria Lopez and King Faisal on trade":  "",
		"Statement by the Ministry of Foreign Affairs":                 "",
		"Statement on the Floods by Maria Lopez":                       "",
		"Maria Lopez visits Lima":                                      "",
		"Remarks by President Lopez":                                   "",
	} {
		if got := authorIn(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}
