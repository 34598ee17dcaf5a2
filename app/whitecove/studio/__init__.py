"""What a window needs beside a batch, without Qt: it runs in processes of its own."""
