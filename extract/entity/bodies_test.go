package entity_test

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

func TestBodyName(t *testing.T) {
	for name, want := range map[string]string{
		"State Department":                 "Department of State",
		"Department of State":              "Department of State",
		"Foreign Ministry":                 "Ministry of Foreign Affairs",
		"Ministry for Foreign Affairs":     "Ministry of Foreign Affairs",
		"Ministry of the Interior":         "Ministry of Interior",
		"Interior Ministry":                "Ministry of Interior",
		"Ministry of Defence":              "Ministry of Defense",
		"New York Police Department":       "New York Police Department",
		"Supreme Court":                    "Supreme Court",
		"Department":                       "Department",
		"Alder Foods, Inc.":                "Alder Foods",
		"Alder Foods (Pvt) Ltd":            "Alder Foods",
		"Limited":                          "Limited",
		"Trade and Industry Ministry":      "Ministry of Trade and Industry",
		"Department for Social Protection": "Department of Social Protection",
	} {
		if got := entity.BodyName(name); got != want {
			t.Errorf("BodyName(%q) = %q, want %q", name, got, want)
		}
	}
}
