$ ScenarioWizard 3.0
Solution set
 2 

" 2 3 2",4,0,0,15,""
" 3 1 3",1.677722E+07,1,0,12,"a note"
