package main

// help is what relata-train --help prints.
const help = `relata-train rebuilds what relata embeds, and measures it. Users of relata do not need it.

   relata-train model [-data DIR] [-text FILE] [-out DIR]   train the models of extract/nlp
   relata-train names [-data DIR] [-text FILE] [-out DIR]   train the model of names, for the tags of the built-in tagger
   relata-train sketches [-data DIR] [-text FILE] [-out DIR] train what decides as those models would where that is plain
   relata-train pronouns [-data DIR] [-out DIR]             learn whom pronouns mean, for what the built-in models find
   relata-train facts -texts FILE -judged FILE [-out FILE]  learn what the pack diplomacy states where no rule does
   relata-train lists [-data DIR] [-out DIR]                make the lists of extract/world
   relata-train eval [-data DIR] [FILE.conllu ...]          measure the models

The models of tags and trees also learn from news.conllu beside this program, a treebank of
sentences in the manner of newspapers and releases; eval measures on news-test.conllu, too.
The texts of facts are documents as JSON, one a line, what was judged of them facts as
{"doc": "a1", "start": 0, "relation": "discussed", "subject": "Peru", "object": "trade", "right": true}, start being
the byte where its sentence starts and right null for what may be read either way. {"doc": "a1"} alone says that of
this document all is judged: what is not told right is wrong.

DIR holds the data sets that NOTICE names. "relata-train COMMAND --help" tells the defaults.
`
