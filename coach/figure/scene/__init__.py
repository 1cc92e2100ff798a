"""What is there to be seen at one moment: the body, the things around it, what is stretched, arrows and shadow."""
