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
	linkedData string // JSON-LD datePublished
	other      string // other <meta> and microdata
	live       bool   // JSON-LD says that the page is a live blog
	time       string // the first <time> of the article: others tell of today or of other news
}

func (m pageMeta) date() string {
	for _, s := range []string{m.published, m.linkedData, m.other, m.time} {
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
					set(&m.linkedData, datePublished(v))
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

// datePublished finds the date of the first article, or page, in JSON-LD.
func datePublished(v any) string {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if s := datePublished(e); s != "" {
				return s
			}
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			return s
		}
		for _, name := range []string{"mainEntity", "mainEntityOfPage", "@graph"} {
			if s := datePublished(v[name]); s != "" {
				return s
			}
		}
	}
	return ""
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
