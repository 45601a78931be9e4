"""What a release holds beside its database: its tables as files, and what describes them."""
