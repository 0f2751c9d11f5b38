"""Records as rows of a file: the same functions as the screens, a cell a value, and nothing for what is missing."""
