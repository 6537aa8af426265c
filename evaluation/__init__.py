"""How right the graph is: gold documents, the scorer, and the figures that are recorded and published."""
