"""The engine of this process: postings as arrays, scores as rank_bm25 has them."""
