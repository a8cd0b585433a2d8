package fi.vastine.contract.cases;

/** An answer given by choosing a face. */
public record Face(FaceScale scale, int value) {
    public Face {
        int most = scale == FaceScale.THREE ? 3 : 5;
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("a face on this scale is 1 to " + most);
        }
    }
}
