"""What puts an archive before readers: Datasette's pages, releases and exports. Reads the archive, never writes it."""
