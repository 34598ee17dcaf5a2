"""One photo: read, cut out, compose, encode, stamp, prove. No Qt, no network, no global state, no print."""
