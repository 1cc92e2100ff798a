"""What of the body and its things is seen: an exact z-buffer, and the outlines traced from it."""
