package nlp

// Cluster gives the number of the cluster of a word in small letters, of words that stand
// between the same words; 0 if it is seldom.
func (m *Model) Cluster(word string) int {
	_, _, cluster := m.lexicon.look(hashString(word))
	return int(cluster)
}
