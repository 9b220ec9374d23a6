"""A brief as pages: pieces of text and pictures that flow, and the PDF they are painted to."""
