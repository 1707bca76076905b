package world

import "sync"

// An OrgInfo is what is known of an international organisation or a large
// company. It must not be changed.
type OrgInfo struct {
	ID       string   // "org:united-nations"
	Name     string   // "United Nations"
	Names    []string // every listed name, Name included
	Wikidata string   // item, "Q1065"; "" if not listed
	Company  bool     // it is a company, not an international organisation
}

type organizationList struct {
	organizations []OrgInfo
	names         index
}

var loadOrganizations = sync.OnceValue(func() *organizationList {
	l := &organizationList{names: index{}}
	for _, list := range []string{"organizations.tsv", "companies.tsv"} {
		for f := range records(list) {
			// name, wikidata, other names
			o := OrgInfo{ID: ID("org:", f[0]), Name: f[0], Wikidata: f[1], Company: list == "companies.tsv"}
			o.Names = append([]string{o.Name}, values(f[2])...)
			for _, name := range o.Names {
				l.names.add(name, len(l.organizations))
			}
			l.organizations = append(l.organizations, o)
		}
	}
	return l
})

// FindOrganization finds the longest name of an organisation of the lists at
// the start of words, as FindCountry does for countries. o is nil when there is
// none.
func FindOrganization(words []string) (o *OrgInfo, n int) {
	l := loadOrganizations()
	v, n := l.names.find(words)
	if n == 0 {
		return nil, 0
	}
	return &l.organizations[v], n
}
