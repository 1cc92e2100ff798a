"""The seam: small QObjects that bring time and storage to the core."""
