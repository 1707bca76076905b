package source

import "testing"

func TestParseDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2024", "2024"}, {"2024-11", "2024-11"}, {"2024-11-17", "2024-11-17"}, {"20241117", "2024-11-17"},
		{"2024-11-17T23:59:59+07:00", "2024-11-17"}, {"2024-11-17 08:00", "2024-11-17"}, {"2024/11/17", "2024-11-17"}, {"20241117T080000Z", "2024-11-17"},
		{"Sun, 17 Nov 2024 08:00:00 GMT", "2024-11-17"}, {"Sunday, November 17th, 2024", "2024-11-17"}, {"Nov. 17, 2024", "2024-11-17"},
		{"17 Sept. 2024", "2024-09-17"}, {"November 2024", "2024-11"}, {"17.11.2024", "2024-11-17"}, {"17/11/2024", "2024-11-17"}, {"11/17/2024", "2024-11-17"},
		{"Published: 17 November 2024", "2024-11-17"},
		{"06/07/2024", ""}, {"2024-13", ""}, {"2024-02-30", ""}, {"31 April 2024", ""}, {"November 17", ""}, {"soon", ""}, {"", ""}, {"1700000000", ""}, {"0000-01-01", ""},
	}
	for _, test := range tests {
		if got := parseDate(test.in); got != test.want {
			t.Errorf("parseDate(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ text, full, partial string }{
		// Datelines.
		{"Nairobi, 18 June 2024 – Kenya and Chile signed a pact.", "2024-06-18", ""},
		{"PORT OF SPAIN, June 18, 2024 (CMC) — Ministers met.", "2024-06-18", ""},
		{"Port of Spain, June 18, 2024 - Ministers met.", "2024-06-18", ""},
		{"WASHINGTON, D.C., Tuesday, June 18, 2024 -- Ministers met.", "2024-06-18", ""},
		{"BEIRUT (NNA) — 18 June 2024 — Ministers met.", "2024-06-18", ""},
		{"18 June 2024: Ministers met.", "2024-06-18", ""},
		{"LIMA, Nov. 17 (ANDINA) - The ministers met.", "", "11-17"},
		{"LIMA, Nov. 17 (ANDINA) The ministers met.", "", "11-17"},
		{"PERU, November 17 - LIMA – The ministers met.", "", "11-17"},
		{"BEIJING, Nov. 17 /Agency/ -- The ministers met.", "", "11-17"},
		{"HANOI\u00A0Nov\u00A017 (VNA) – The ministers met.", "", "11-17"},
		{" date 2024-11-17 LIMA — The ministers met.", "2024-11-17", ""},
		{"date 2024-11-17 PERU, November 16 - LIMA – The ministers met.", "2024-11-17", ""},
		// Lines of their own.
		{"MEDIA RELEASE\n\nTHE FOREIGN MINISTER\n\n12 October 2007\n\nShe left for Fiji.", "2007-10-12", ""},
		{"A pact is signed\r\n\r\nFriday, 12 October 2007 10:30 GMT+7\r\n\r\nText.", "2007-10-12", ""},
		{"A pact is signed\nPublished: Oct 12, 2007, 10:30 a.m.\nText.", "2007-10-12", ""},
		{"By Tom Abbo | October 12, 2007\n\nText.", "2007-10-12", ""},
		{"(October 12, 2007)\n\nText.", "2007-10-12", ""},
		{"For Immediate Release: October 12, 2007\n\nText.", "2007-10-12", ""},
		{"MEDIA RELEASE MINISTER FOR TRADE TOM ABBO MT12 19 June 2002\n\nVISIT TO FIJI", "2002-06-19", ""},
		{"LIMA, Nov. 17 – Text.\n\nNovember 17, 2024\n\nText", "2024-11-17", ""},
		// Dates of what is told.
		{"On 23 November 2025, ministers of Kenya and Chile met.", "", ""},
		{"On 23 November 2025 – a Sunday – ministers met.", "", ""},
		{"The ministers met in Lima, 12 May 2024", "", ""},
		{"VISIT TO FIJI ON 12 MAY 2024\n\nText.", "", ""},
		{"Visit to Fiji\n\n8-11 October 2014\n\nText.", "", ""},
		{"Visit to Fiji\n\n8 to 11 October 2014\n\nText.", "", ""},
		{"October 8-11, 2014 – Visit to Fiji", "", ""},
		{"The minister will leave on June 18 – the day of the summit.", "", ""},
		{"“We shall stay.”\n\n– President Ana Ruiz, 12 May 2024\n\nText.", "", ""},
		{"LIMA, 31 June 2024 – Ministers met.", "", ""},
		{"A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\n12 May 2024\n", "", ""},
		{"", "", ""},
	}
	for _, test := range tests {
		if full, partial := dateline(test.text); full != test.full || partial != test.partial {
			t.Errorf("dateline(%q) = %q, %q; want %q, %q", test.text, full, partial, test.full, test.partial)
		}
	}
}

func TestDateSources(t *testing.T) {
	tests := []struct{ meta, text, name, option, want string }{
		{"2024-11-17", "LIMA, 16 Nov. 2024 – Text.", "2024-11-15-a", "2024-11-14", "2024-11-17"},
		{"", "LIMA, 16 Nov. 2024 – Text.", "2024-11-15-a", "2024-11-14", "2024-11-16"},
		{"", "LIMA, Nov. 16 – Text.", "2024-11-15-a", "2023", "2024-11-16"},
		{"", "LIMA, Nov. 16 – Text.", "a", "2023", "2023-11-16"},
		{"", "LIMA, Dec. 30 – Text.", "a", "2024-01-02", "2023-12-30"},
		{"", "LIMA, Feb. 29 – Text.", "a", "2023-03-01", "2024-02-29"},
		{"", "LIMA, Feb. 29 – Text.", "a", "2023", "2023"},
		{"", "LIMA, Nov. 16 – Text.", "a", "2023-12", "2023-11-16"},
		{"", "LIMA, Nov. 16 – Text.", "a", "", ""},
		{"2024", "LIMA, Nov. 16 – Text.", "a", "", "2024-11-16"},
		{"2024-11", "LIMA, Nov. 16 – Text.", "a", "", "2024-11-16"},
		{"2024-10", "LIMA, Nov. 16 – Text.", "a", "", "2024-10"},
		{"2024-11", "LIMA, 16 Nov. 2024 – Text.", "a", "", "2024-11-16"},
		{"2024-10", "LIMA, 16 Nov. 2024 – Text.", "a", "", "2024-10"},
		{"", "Text.", "20241117_foo", "", "2024-11-17"},
		{"", "Text.", "foo_2024-11-17", "2020", "2024-11-17"},
		{"", "Text.", "foo-20241317", "2020", "2020"},
		{"", "Text.", "a20241117b", "", ""},
		{"", "Text.", "12024111799", "", ""},
	}
	for _, test := range tests {
		if got := dateOf(&Document{Date: test.meta, Text: test.text}, test.name, test.option); got != test.want {
			t.Errorf("metadata %q, %q, name %q, option %q: date %q, want %q", test.meta, test.text, test.name, test.option, got, test.want)
		}
	}
}

func TestMayBeDated(t *testing.T) {
	for _, s := range []string{
		"2024-11-17", "2024/1/7", "17.11.2024", "LIMA, Nov. 17 –", "17 November", "17th of SEPT 2024", "May 3", "on 3 may",
	} {
		if !mayBeDated(s) || !datePattern.MatchString(s) {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"", "7", "may", "in 2024", "room 12 of 3", "dismay 3", "5.", "no. 5-"} {
		if mayBeDated(s) || datePattern.MatchString(s) {
			t.Errorf("%q is one", s)
		}
	}
}
