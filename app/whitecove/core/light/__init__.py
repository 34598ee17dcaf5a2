"""Light on request: shadows under products, edges of white goods, the white point of a backdrop."""
