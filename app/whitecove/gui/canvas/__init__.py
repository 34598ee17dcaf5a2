"""The painted widget in the middle of the window: a picture before and after, and the brush that corrects it.

It is given pictures and values and sends signals; it knows nothing of files, processes or projects.
"""
