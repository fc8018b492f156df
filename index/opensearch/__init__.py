"""Ranking by an OpenSearch cluster, for corpora and teams that outgrow one machine."""
