"""The command `blitar`, as a module that can be run."""

from blitar_scraper.cli import main

if __name__ == "__main__":
    main()
