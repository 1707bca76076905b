package source

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What the head of a page tells, by where it is told.
type pageMeta struct {
	url        string
	published  string // <meta property="article:published_time">
	linkedData string // JSON-LD datePublished of an article
	linkedPage string // and of what is no article
	other      string // other <meta> and microdata
	live       bool   // JSON-LD says that the page is a live blog
	time       string // the first <time> of the article: others tell of today or of other news
}

func (m pageMeta) date() string {
	for _, s := range []string{m.published, m.linkedData, m.linkedPage, m.other, m.time} {
		if d := parseDate(s); d != "" {
			return d
		}
	}
	return ""
}

func metadata(root *html.Node) pageMeta {
	var m pageMeta
	set := func(field *string, value string) {
		if *field == "" {
			*field = strings.TrimSpace(value)
		}
	}
	var openGraph string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if attr(n, "itemprop") == "datePublished" {
			set(&m.other, attr(n, "content"))
			set(&m.other, attr(n, "datetime"))
		}
		switch n.DataAtom {
		case atom.Meta:
			switch strings.ToLower(attr(n, "property") + attr(n, "name")) {
			case "article:published_time", "og:article:published_time":
				set(&m.published, attr(n, "content"))
			case "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
				"pubdate", "publishdate", "publish-date",
				"publication_date", "citation_publication_date", "parsely-pub-date", "sailthru.date":
				set(&m.other, attr(n, "content"))
			case "og:url":
				set(&openGraph, attr(n, "content"))
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				set(&m.url, attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					set(&m.linkedData, datePublished(v, isArticle))
					set(&m.linkedPage, datePublished(v, isPage))
					m.live = m.live || isLive(v)
				}
			}
		case atom.Time:
			for a := range n.Ancestors() {
				if a.DataAtom == atom.Article || a.DataAtom == atom.Main {
					set(&m.time, attr(n, "datetime"))
				}
			}
		}
	}
	set(&m.url, openGraph)
	return m
}

// datePublished finds in JSON-LD the date of the first thing of a wanted type.
func datePublished(v any, wanted func(types any) bool) string {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if s := datePublished(e, wanted); s != "" {
				return s
			}
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok && wanted(v["@type"]) {
			return s
		}
		for _, name := range []string{"mainEntity", "mainEntityOfPage", "@graph"} {
			if s := datePublished(v[name], wanted); s != "" {
				return s
			}
		}
	}
	return ""
}

// isArticle tells whether a type of JSON-LD, or one of several, is of articles: those of
// schema.org end alike.
func isArticle(types any) bool {
	return hasType(types, func(t string) bool {
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	})
}

// isPage tells of types that a page as a whole can have, and of none: not of the
// pictures, films, comments and people on it.
func isPage(types any) bool {
	return types == nil || hasType(types, func(t string) bool { return strings.HasSuffix(t, "Page") || t == "CreativeWork" })
}

// hasType tells whether a type of JSON-LD is one, or one of several is. It may be an
// IRI.
func hasType(types any, is func(string) bool) bool {
	switch v := types.(type) {
	case string:
		return is(v[strings.LastIndexAny(v, "/:#")+1:])
	case []any:
		return slices.ContainsFunc(v, func(t any) bool { return hasType(t, is) })
	}
	return false
}

// isLive tells whether JSON-LD says that the page is a live blog.
func isLive(v any) bool {
	switch v := v.(type) {
	case []any:
		return slices.ContainsFunc(v, isLive)
	case map[string]any:
		return isLive(v["@type"]) || isLive(v["@graph"])
	}
	return v == "LiveBlogPosting"
}
