// wink-nlp with its small English model, which knows dates and amounts but no names.
import { measure, packages } from './measure.mjs'

const winkNLP = packages('wink-nlp')
const nlp = winkNLP(packages('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner'])
const { its } = nlp
measure(text => {
  const tokens = nlp.readDoc(text).tokens()
  const tags = tokens.out(its.pos)
  return { tokens: tokens.out().map((form, i) => [form, tags[i]]), names: null }
})
