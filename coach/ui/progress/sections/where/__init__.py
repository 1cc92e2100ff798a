"""Where on the body: the map coloured by a time's mean."""
