"""How the window looks: colours and measures, icons, fonts, the style of controls, and small widgets made with them."""
