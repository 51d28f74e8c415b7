"""Putting together what is shipped: libraries pinned and fetched, our own files, zip files of fixed bytes."""
