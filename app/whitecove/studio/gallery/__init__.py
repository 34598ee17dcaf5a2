"""The room that makes thumbnails and pictures to look at; it has a process of its own and loads little."""
