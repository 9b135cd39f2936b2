"""How fast the site is built, beside Hugo, mkdocs-material's blog plugin and Zensical.

`python -m tests.bench.site` makes a newsroom of 300, 3,000 and 10,000 invented articles
(`corpus`), writes it as each tool wants it (`newsroom`, `competitors`), runs the tools in
turns on two cores (`session`, `measure`) and holds the result to the aims (`results`).
With `--write` it puts table and chart into README. Competitors are installed into a folder
of their own when they are first needed, never into the product's environment.

What each tool has to do:

* Terbit: everything that it publishes, from the Git objects that the ledger approves:
  articles, listings, feeds, register, pictures. Clean means without any cache. The search
  index is a step of its own, as the competitors have none or a list of all words. Besides,
  up to the size of the slow tools, with every page rendered by mkdocs itself.
* Hugo: slim layouts of about fifty lines: home, article, section, categories and tags, all
  paginated, RSS of fifty items each, sitemap. It processes no pictures, which favours it.
* mkdocs-material's blog plugin: as its documentation sets it up, with the tags plugin and
  the default search, twenty articles a page; no RSS, which needs a plugin of somebody else.
* Zensical: its own blog with the same settings but for the page of all tags, which it cannot
  build at this size; stopped at a time limit, or when it holds half of the machine's memory.
"""
