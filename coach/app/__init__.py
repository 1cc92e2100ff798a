"""The composition root: builds the parts, connects them and runs them; knows everybody."""
