"""Where to look. `news.NewsSpider` is the one crawl loop; `sites/` has a small file of attributes for each site."""
