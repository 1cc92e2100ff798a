"""The form in which a person notes how it feels: on Today, and in the small window of the tray."""
