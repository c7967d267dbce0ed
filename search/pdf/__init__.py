"""The text of PDF files, page by page: nothing here knows Django.

`apart.read` is the door: it reads a file in a process of its own (`__main__.py`), which has limits and no secrets.
"""
