"""Records to answers: pure functions from what the journal holds to what a chart shows."""
