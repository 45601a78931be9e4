"""Crawl manners and wiring. These sites are small town halls' servers: every number errs on their side."""

from blitar_scraper.crawling.configuration import read_configuration, user_agent

_configuration = read_configuration()

BOT_NAME = "blitar_scraper"
SPIDER_MODULES = ["blitar_scraper.spiders.sites"]
NEWSPIDER_MODULE = "blitar_scraper.spiders.sites"

# Who we are, and whom to write to when we are in the way.
USER_AGENT = user_agent(_configuration.get("contact"))
ROBOTSTXT_OBEY = True

# One request at a time to a host (www. or not: crawling/manners/rules.py), at least a second between two (1.25 s
# less its jitter of a fifth), so that a reader of the site never notices us. `--delay`, a site's own setting and
# robots.txt's Crawl-delay raise it; on loopback it is 0 (spiders/pace.py).
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.25
DOWNLOAD_DELAY_JITTER = 0.2

# A third of Scrapy's three minutes, from the first packet to the last byte: a server that takes longer is not going to
# answer. Two more tries of what may pass (crawling/manners/outages.py), at the end of what is to be asked for: after
# the listings (priority 0, articles have 10), when the trouble has had its time to pass.
DOWNLOAD_TIMEOUT = 60
RETRY_TIMES = 2
RETRY_PRIORITY_ADJUST = -11
# A page that sends its reader on within 5 s is a redirect; one that reloads itself each minute is not.
METAREFRESH_MAXDELAY = 5
# A moved article takes one or two redirects; ten are a loop.
REDIRECT_MAX_TIMES = 10
# Pages measured 10-200 kB; what is larger than 16 MB is no page. The limit also stops gzip bombs.
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_HANDLERS = {
    "http": "blitar_scraper.crawling.answers.downloading.Handler",
    "https": "blitar_scraper.crawling.answers.downloading.Handler",
    # A town hall's news are on the web.
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}

# Many .go.id certificates are broken or incomplete, and what is read is public: a site's own setting
# ("verify_certificates") can ask for more. The choice stands in each run's stats.
DOWNLOAD_VERIFY_CERTIFICATES = False

# On by default since Scrapy 2.19; they run code that is sent over localhost.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False

# A visitor's session is never kept: every page is asked for as by a new reader.
COOKIES_ENABLED = False
# What has been asked for is known by the spider and the archive. (A request that skips the filter by `dont_filter`
# would skip other checks, too.)
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
# All statuses reach the spider: a 404 is news about an article, too.
HTTPERROR_ALLOW_ALL = True

EXTENSIONS = {
    "blitar_scraper.crawling.session.Session": 0,
    "blitar_scraper.crawling.manners.breaker.Breaker": 0,
    "blitar_scraper.crawling.manners.not_before.NotBefore": 0,
    "blitar_scraper.crawling.manners.rules.CrawlDelay": 0,
    "blitar_scraper.crawling.time_limit.TimeLimit": 0,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.memusage.MemoryUsage": None,
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "blitar_scraper.crawling.manners.rules.OneHost": 50,
    "blitar_scraper.crawling.manners.rules.RobotsTxt": 100,
    "blitar_scraper.crawling.answers.revalidation.Revalidation": 150,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "blitar_scraper.crawling.manners.rules.SameSiteMetaRefresh": 580,
    "blitar_scraper.crawling.manners.rules.SameSiteRedirects": 600,
    "blitar_scraper.crawling.manners.retries.Retries": 610,
}
ITEM_PIPELINES = {
    "blitar_scraper.crawling.discretion.DiscreetItems": 50,
    "blitar_scraper.pipelines.validate.ValidatePipeline": 100,
    "blitar_scraper.crawling.answers.accounts.AccountPipeline": 150,
    "blitar_scraper.pipelines.store.StorePipeline": 200,
}

ADDONS = {
    "blitar_scraper.crawling.discretion.DiscreetLogs": 0,
    "blitar_scraper.crawling.monitoring.MonitorSettings": 100,
}
LOG_LEVEL = "INFO"
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"

# The crawl's own settings, from `blitar.toml`, BLITAR_* or the command line.
BLITAR_ARCHIVE = _configuration.get("archive", "data/blitar.db")
BLITAR_DELAY = _configuration.get("delay")  # the shortest pause between two requests to a host, in seconds
BLITAR_MODE = "update"  # or "full"
BLITAR_SINCE = None  # YYYY-MM-DD: nothing published before
BLITAR_LIMIT = None  # most articles to fetch in this run
BLITAR_BUDGET = _configuration.get("budget")  # most requests to a site in a day; None is its own setting
BLITAR_HOURS = _configuration.get("hours")  # after so many a run ends in order; None is when it is done
BLITAR_PATIENCE = 10.0  # seconds to wait for the archive while others write to it
BLITAR_WARC = _configuration.get("warc", True)  # keep what is received, beside the archive
BLITAR_CLOCK = None  # a function that returns an aware datetime; None is the system's clock
BLITAR_TRUST_CLOCK = False  # a person says that the clock is right, whatever times the archive's runs have
BLITAR_SLEEP = None  # an async function of seconds, for the pauses that hosts ask for; None is asyncio.sleep
