"""The build step that makes the body: shapes along bones, blended, meshed, dressed, weighted. Nothing here runs in the program."""
