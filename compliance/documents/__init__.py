"""Files that people bring from outside, hostile until read: nothing here knows Django.

`apart.read` is the door: it reads a file in a process of its own (`__main__.py`), which has limits and no secrets.
"""
