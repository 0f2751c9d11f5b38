"""What leaves the screen as a page or as lines: an A4 sheet for an appointment, twelve lines for a hospital record."""
