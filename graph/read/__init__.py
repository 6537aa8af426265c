"""Reading: from files, folders and streams to documents."""
