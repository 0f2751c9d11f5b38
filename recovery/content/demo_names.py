"""Names of the demo's made-up people. Any likeness is chance."""

GIVEN = (
    "Asha", "Bernard", "Carys", "Dmitri", "Efua", "Fergus", "Grace", "Hassan", "Ingrid", "José", "Kwame", "Leah",
    "Moira", "Nikhil", "Olwen", "Pádraig", "Qing", "Rosalind", "Samir", "Theresa", "Usha", "Victor", "Wen", "Xanthe",
    "Yusuf", "Zofia", "Alun", "Beatriz", "Colin", "Daphne", "Emeka", "Freya", "Gareth", "Harjit", "Isla", "Jean",
    "Karim", "Lorna", "Marek", "Niamh", "Oluwaseun", "Priya",
)  # fmt: skip
FAMILY = (
    "Achebe", "Barlow", "Castellano", "Doyle", "Ellis", "Fairweather", "Galloway", "Holm", "Iqbal", "Jarvis",
    "Kowalska", "Lindqvist", "Mensah", "Nair", "Okafor", "Pritchard", "Quinn", "Rao", "Sandhu", "Tremblay", "Usman",
    "Vaughan", "Whitlock", "Xu", "Yilmaz", "Zielinski", "Achterberg-Finlay", "Brennan", "Chowdhury", "Dunne",
    "Eriksen", "Fofanah", "Griffiths", "Hughes", "Ibrahim", "Jones", "Khan", "Li", "MacLeod", "Novak",
)  # fmt: skip
SURGEONS = ("Ms H. Lindholm", "Mr A. Farouk", "Ms T. Oyelaran", "Mr G. Petrie")
CLINIC = "Riverside Spine Clinic"
