package fi.vastine.contract.cases;

/** A scale of faces; answers on different scales are never mixed. */
public enum FaceScale {
    /** 1 sad, 2 neutral, 3 glad. */
    THREE,
    /** 1 very sad to 5 very glad. */
    FIVE
}
