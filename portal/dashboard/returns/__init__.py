"""/bao-cao/: the official returns on the screen, as a workbook, as a text."""
