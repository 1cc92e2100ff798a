"""The body as geometry: skeleton, limits, key poses, motion, mesh and what of it is seen. NumPy, no Qt."""
