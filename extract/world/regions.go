package world

import "sync"

// InRegion tells whether a country is in a part of the world, which is given in
// small letters with spaces for hyphens: "southeast asian". No country is in one
// that is not listed.
func InRegion(c *CountryInfo, region string) bool {
	return c.ISO2 != "" && loadRegions()[region][c.ISO2]
}

// loadRegions gives the codes of the countries of each part of the world.
var loadRegions = sync.OnceValue(func() map[string]map[string]bool {
	regions := map[string]map[string]bool{}
	for f := range records("regions.tsv") {
		// names, codes of countries, parts of the world listed before
		codes := map[string]bool{}
		for _, code := range values(f[1]) {
			codes[code] = true
		}
		for _, part := range values(f[2]) {
			for code := range regions[part] {
				codes[code] = true
			}
		}
		for _, name := range values(f[0]) {
			regions[name] = codes
		}
	}
	return regions
})
