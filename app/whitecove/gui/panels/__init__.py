"""What surrounds the picture: checks, adjustments, information, strips that ask, the status bar and the touch-up tools.

Each part gets the document and is told which photo is shown; none knows another.
"""
