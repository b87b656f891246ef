"""What came back: taken in, recognised, judged, filed, and sent back to be mended."""
