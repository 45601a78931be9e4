"""blitar_scraper keeps the news of Indonesia's regional governments.

The rooms, in the direction in which data flows: `spiders` (where to look), `extract` (what a page says,
with `indonesian` for the language), `pipelines` (validate, store), `archive` (the SQLite file),
`publishing` (Datasette). `crawling` runs a crawl; `cli` is the `blitar` command.
"""

__version__ = "0.1.0"
